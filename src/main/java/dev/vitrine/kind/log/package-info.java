/// The kind of logs.
package dev.vitrine.kind.log;
