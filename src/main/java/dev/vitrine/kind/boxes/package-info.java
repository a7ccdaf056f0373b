/// The kind of boxes with names, scores and key points on a picture.
package dev.vitrine.kind.boxes;
