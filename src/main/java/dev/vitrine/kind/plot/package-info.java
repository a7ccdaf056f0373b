/// Plots: lines, bars, points and heat maps of numbers.
package dev.vitrine.kind.plot;
