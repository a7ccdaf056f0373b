package dev.vitrine.kind.vector;

import java.util.Arrays;

/// Numbers in an order.
public final class Vector {
    private final double[] numbers;

    private Vector(double[] numbers) {
        this.numbers = numbers;
    }

    public static Vector of(double... numbers) {
        return new Vector(numbers.clone());
    }

    /// How many there are.
    public int size() {
        return numbers.length;
    }

    /// The number at a place, counted from 0.
    public double get(int place) {
        return numbers[place];
    }

    /// All of them, the caller's own.
    public double[] toArray() {
        return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector v && Arrays.equals(numbers, v.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
