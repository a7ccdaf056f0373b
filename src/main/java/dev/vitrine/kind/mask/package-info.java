/// The kind of masks: which pixels of a picture belong to which thing.
package dev.vitrine.kind.mask;
