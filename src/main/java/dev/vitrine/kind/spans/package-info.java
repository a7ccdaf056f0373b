/// Text of which parts are highlighted, with a label and a score.
package dev.vitrine.kind.spans;
