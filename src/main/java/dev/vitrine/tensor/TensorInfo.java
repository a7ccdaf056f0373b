package dev.vitrine.tensor;

/// What a network declares of one of its inputs or outputs.
///
/// @param name the name, with any character the file gives it
/// @param type the type of its elements
/// @param shape the declared shape
public record TensorInfo(String name, ElementType type, Shape shape) {
    /// The type and shape as a person writes them, such as `float32[batch, 10]`.
    public String form() {
        return type.text() + shape;
    }

    @Override
    public String toString() {
        return name + " " + form();
    }
}
