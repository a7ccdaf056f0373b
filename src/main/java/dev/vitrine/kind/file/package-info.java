/// The kind of files of any type.
package dev.vitrine.kind.file;
