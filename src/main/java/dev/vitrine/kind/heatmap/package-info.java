/// The kind of heat maps: a number for each place of a picture.
package dev.vitrine.kind.heatmap;
