/// The kind of dates, times of day, and moments.
package dev.vitrine.kind.datetime;
