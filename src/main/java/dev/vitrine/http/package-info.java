/// The local HTTP endpoint: one class for each protocol it speaks, and one guard in front of all.
///
/// @see dev.vitrine.http.Endpoint
/// @see dev.vitrine.http.Guard
package dev.vitrine.http;
