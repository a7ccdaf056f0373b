package dev.vitrine.task;

/// The elements of a tensor in groups: those of one group differ along some dimensions only.
///
/// @param size elements of a group
/// @param starts the first element of each group
/// @param offsets how far each element of a group lies behind its first
record Groups(int size, int[] starts, int[] offsets) {
    /// What is done to one group.
    @FunctionalInterface
    interface Change {
        /// @param group its elements, which are changed in place
        void of(double[] group);
    }

    /// The groups of a shape.
    ///
    /// @param together whether elements that differ along a dimension are in one group, by
    ///   dimension; dimensions that it does not reach are
    static Groups of(long[] shape, boolean[] together) {
        int[] starts = {0};
        int[] offsets = {0};
        int stride = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            int count = (int) shape[d];
            if (d >= together.length || together[d]) {
                offsets = spread(offsets, count, stride);
            } else {
                starts = spread(starts, count, stride);
            }
            stride *= count;
        }
        return new Groups(offsets.length, starts, offsets);
    }

    /// Takes each group out, changes it, and puts it back.
    void change(double[] values, Change change) {
        double[] group = new double[size];
        for (int start : starts) {
            for (int i = 0; i < size; i++) {
                group[i] = values[start + offsets[i]];
            }
            change.of(group);
            for (int i = 0; i < size; i++) {
                values[start + offsets[i]] = group[i];
            }
        }
    }

    private static int[] spread(int[] places, int count, int stride) {
        int[] all = new int[places.length * count];
        for (int n = 0; n < count; n++) {
            for (int i = 0; i < places.length; i++) {
                all[n * places.length + i] = places[i] + n * stride;
            }
        }
        return all;
    }
}
