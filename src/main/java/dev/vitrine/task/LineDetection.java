package dev.vitrine.task;

/// A picture in, straight lines out; Hugging Face has no tag for it.
final class LineDetection extends PictureTask {
    LineDetection() {
        super("line-detection", BOXES);
    }
}
