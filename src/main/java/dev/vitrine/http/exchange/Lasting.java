package dev.vitrine.http.exchange;

/// What an endpoint holds beyond one request, and ends when it closes.
public interface Lasting extends AutoCloseable {
    @Override
    void close();
}
