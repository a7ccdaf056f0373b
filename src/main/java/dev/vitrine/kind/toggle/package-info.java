/// The kind of yes and no.
package dev.vitrine.kind.toggle;
