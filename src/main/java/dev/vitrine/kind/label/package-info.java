/// The kind of classes and how sure a model is of each.
package dev.vitrine.kind.label;
