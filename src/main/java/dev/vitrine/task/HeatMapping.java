package dev.vitrine.task;

/// A picture in, a number for each place out; Hugging Face has no tag for it.
final class HeatMapping extends PictureTask {
    HeatMapping() {
        super("heat-map", HEATMAP);
    }
}
