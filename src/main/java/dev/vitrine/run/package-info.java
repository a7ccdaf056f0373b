/// Running models in the background: the bounded queue in which callers take turns, the pool, Stop,
/// progress, latest-wins, calls stacked into batches, history, the log of calls and self-tests.
///
/// @see dev.vitrine.run.Runner
/// @see dev.vitrine.run.Run
/// @see dev.vitrine.run.History
package dev.vitrine.run;
