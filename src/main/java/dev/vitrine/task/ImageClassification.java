package dev.vitrine.task;

/// A picture in, classes with confidences out.
final class ImageClassification extends Classification {
    ImageClassification() {
        super("image-classification", "image");
    }
}
