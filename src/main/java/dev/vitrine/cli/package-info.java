/// The command line: a thin face that reads arguments, asks the one path, and prints the answer.
///
/// @see dev.vitrine.cli.Cli
package dev.vitrine.cli;
