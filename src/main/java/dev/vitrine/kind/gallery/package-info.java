/// Several pictures with captions as one value.
package dev.vitrine.kind.gallery;
