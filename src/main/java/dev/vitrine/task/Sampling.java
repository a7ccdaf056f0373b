package dev.vitrine.task;

/// Planes of numbers about a picture, read at its pixels: between four numbers the mean of them,
/// each by how near it is.
///
/// Where the planes have another size than the tensor that went in, they cover the same.
///
/// @param values all planes
/// @param width numbers of a row
/// @param height its rows
/// @param column how far apart neighbours in a row lie
/// @param row how far apart rows lie
/// @param fitting how the picture lies in the tensor that went in
@SuppressWarnings("ArrayRecordComponent")
record Sampling(float[] values, int width, int height, int column, int row, Fitting fitting) {
    /// A number of the first plane at a pixel, and of others by how far behind the first they lie.
    ///
    /// @param at the place of the pixel's row and column
    float at(Place x, Place y, int plane) {
        int upper = plane + y.first * row;
        int lower = plane + y.second * row;
        float top = mixed(values[upper + x.first * column], values[upper + x.second * column], x);
        float bottom =
                mixed(values[lower + x.first * column], values[lower + x.second * column], x);
        return mixed(top, bottom, y);
    }

    /// The nearest number of the first plane at a pixel.
    float nearest(Place x, Place y) {
        return values[
                (y.part < 0.5f ? y.first : y.second) * row
                        + (x.part < 0.5f ? x.first : x.second) * column];
    }

    private static float mixed(float a, float b, Place place) {
        return a + (b - a) * place.part;
    }

    /// Where a pixel lies between two numbers of a row or column.
    ///
    /// @param first the number before it
    /// @param second the number behind it
    /// @param part how far it is on the way, 0 to 1
    record Place(int first, int second, float part) {}

    /// The places of a picture's columns.
    Place[] across() {
        return places(fitting.across(), width);
    }

    /// The places of a picture's rows.
    Place[] down() {
        return places(fitting.down(), height);
    }

    private static Place[] places(Fitting.Axis axis, int numbers) {
        Place[] places = new Place[axis.source()];
        for (int i = 0; i < places.length; i++) {
            double at =
                    Math.clamp(
                            axis.forth(i + 0.5) * numbers / axis.size() - 0.5, 0.0, numbers - 1.0);
            int first = (int) at;
            places[i] = new Place(first, Math.min(first + 1, numbers - 1), (float) (at - first));
        }
        return places;
    }
}
