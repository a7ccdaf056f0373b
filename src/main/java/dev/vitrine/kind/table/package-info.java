/// The kind of tables.
package dev.vitrine.kind.table;
