/// Running models in the background: the bounded queue, the pool, Stop, progress, latest-wins,
/// history and self-tests.
///
/// @see dev.vitrine.run.Runner
/// @see dev.vitrine.run.Run
/// @see dev.vitrine.run.History
package dev.vitrine.run;
