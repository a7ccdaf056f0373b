package dev.vitrine.task;

/// Text in, classes with confidences out.
final class TextClassification extends Classification {
    TextClassification() {
        super("text-classification", "text");
    }
}
