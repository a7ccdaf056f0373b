/// Tries files that were never opened here in a process of their own, so that native code which
/// crashes, hangs or takes all memory costs a sentence and not the window.
///
/// [dev.vitrine.trial.Trials] is asked before a model's files are opened; [dev.vitrine.trial.Trial]
/// is what the child process runs. It guards against accidents and against files that are made to
/// break the program, not against native code that has been taken over: the child may do what its
/// user may. It runs a model once, so a crash that only other inputs bring about is not found.
package dev.vitrine.trial;
