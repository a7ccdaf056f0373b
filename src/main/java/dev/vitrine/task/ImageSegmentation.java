package dev.vitrine.task;

/// A picture in, which pixels belong to what out.
final class ImageSegmentation extends PictureTask {
    ImageSegmentation() {
        super("image-segmentation", MASK);
    }
}
