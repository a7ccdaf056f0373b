package dev.vitrine.task;

/// A picture in, boxes with names and scores out.
final class ObjectDetection extends PictureTask {
    ObjectDetection() {
        super("object-detection", BOXES);
    }
}
