/// The kind of source code.
package dev.vitrine.kind.code;
