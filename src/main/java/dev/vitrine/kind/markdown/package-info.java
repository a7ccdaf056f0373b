/// The kind of Markdown.
package dev.vitrine.kind.markdown;
