/// The kind of several files, and of folders with what is in them.
package dev.vitrine.kind.files;
