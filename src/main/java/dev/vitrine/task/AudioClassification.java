package dev.vitrine.task;

/// A sound in, classes with confidences out.
final class AudioClassification extends Classification {
    AudioClassification() {
        super("audio-classification", "audio");
    }
}
