/// The kind of text.
package dev.vitrine.kind.text;
