/// The local HTTP endpoint: one class for each protocol it speaks, and one guard in front of all.
///
/// Whatever the protocol, a call goes one way: its body is decoded by the kinds and checked by the
/// signature, before it costs anything; the [dev.vitrine.run.Runner] runs it; what it says on the
/// way is told by one [RunStream] to a [RunListener] with the protocol's forms.
///
/// [WebPages] is the web face at `/`, whose files lie in `web/`. [Sharing] is a second door, open
/// to the room for those who bring its token; what holds at a door is its [Entry].
///
/// The classes whose names begin with `Gradio` speak the protocol of Gradio's own clients:
/// `/config` and what lies under `/gradio_api`. Files that those clients send lie in a private
/// temporary folder, for an hour and bounded; files that runs give are made when they are fetched;
/// both are looked up by ids, so that no path of a request is ever opened.
///
/// @see dev.vitrine.http.Endpoint
/// @see dev.vitrine.http.Guard
package dev.vitrine.http;
