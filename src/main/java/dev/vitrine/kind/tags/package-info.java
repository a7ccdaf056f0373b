/// The kind of several short texts, chosen from a list or free.
package dev.vitrine.kind.tags;
