/// The kind of pictures, from a file, the clipboard or a pen.
package dev.vitrine.kind.image;
