package dev.vitrine.task;

/// A picture in, things with their key points out.
final class KeypointDetection extends PictureTask {
    KeypointDetection() {
        super("keypoint-detection", BOXES);
    }
}
