/// The Model Context Protocol without a transport, and over standard streams: a tool for each
/// model.
///
/// Both eras are spoken side by side: 2025-11-25 and what came before it, which begin with
/// `initialize`, and 2026-07-28, in which each request says its own version.
///
/// @see dev.vitrine.mcp.ToolServer
/// @see dev.vitrine.mcp.Stdio
package dev.vitrine.mcp;
