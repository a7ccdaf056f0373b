package dev.vitrine.http.exchange;

import java.security.SecureRandom;
import java.util.Base64;

/// Ids that nobody can guess.
public final class RandomId {
    private static final int BYTES = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    /// A new one, of letters, digits, `-` and `_`.
    public static String next() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
