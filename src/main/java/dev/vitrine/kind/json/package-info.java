/// Any JSON.
package dev.vitrine.kind.json;
