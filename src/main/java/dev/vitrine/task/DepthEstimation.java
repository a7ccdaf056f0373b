package dev.vitrine.task;

/// A picture in, how far each place is out.
final class DepthEstimation extends PictureTask {
    DepthEstimation() {
        super("depth-estimation", HEATMAP);
    }
}
