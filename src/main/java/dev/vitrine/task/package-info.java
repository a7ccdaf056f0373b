/// How ports become tensors and tensors become ports: one class per task, under Hugging Face's task
/// tags, and the vocabulary of pre- and post-processing that they share.
///
/// @see dev.vitrine.task.Task
/// @see dev.vitrine.task.Tasks
/// @see dev.vitrine.task.RunContext
package dev.vitrine.task;
