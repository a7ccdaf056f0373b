/// The local HTTP endpoint: one class for each protocol it speaks, and one guard in front of all.
///
/// Whatever the protocol, a call goes one way: its body is decoded by the kinds and checked by the
/// signature, before it costs anything; the [dev.vitrine.run.Runner] runs it; what it says on the
/// way is told by one [dev.vitrine.http.exchange.RunStream] to a
/// [dev.vitrine.http.exchange.RunListener] with the protocol's forms.
///
/// [WebPages] is the web face at `/`, whose files lie in `web/`. [Sharing] is a second door, open
/// to the room for those who bring its token; what holds at a door is its
/// [dev.vitrine.http.exchange.Entry].
///
/// What all protocols need of a request and its answer is in [dev.vitrine.http.exchange]; the two
/// that are whole worlds have packages of their own: [dev.vitrine.http.gradio] and
/// [dev.vitrine.http.inference].
///
/// @see dev.vitrine.http.Endpoint
/// @see dev.vitrine.http.Guard
package dev.vitrine.http;
