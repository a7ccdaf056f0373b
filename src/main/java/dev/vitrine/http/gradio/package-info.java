/// The protocol of Gradio's own clients: `/config` and what lies under `/gradio_api`.
///
/// Files that those clients send lie in a private temporary folder, for an hour and bounded; files
/// that runs give are made when they are fetched; both are looked up by ids, so that no path of a
/// request is ever opened.
///
/// @see dev.vitrine.http.gradio.Gradio
package dev.vitrine.http.gradio;
