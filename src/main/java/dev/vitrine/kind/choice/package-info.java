/// The kind of values picked from a declared list.
package dev.vitrine.kind.choice;
