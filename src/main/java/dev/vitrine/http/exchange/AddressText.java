package dev.vitrine.http.exchange;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Addresses of machines in words.
public final class AddressText {
    /// Two or more groups of an IPv6 address that are zero, with the colons around them.
    private static final Pattern ZEROS = Pattern.compile("(?:^|(?<=[0-9a-f]):)0(?::0)+(?::|$)");

    private AddressText() {}

    /// An address as a person and a browser write it: that of IPv6 in the form of RFC 5952, without
    /// the interface by which it is reached.
    public static String text(InetAddress address) {
        String full = full(address);
        return ZEROS.matcher(full)
                .results()
                .max(
                        Comparator.<MatchResult>comparingInt(zeros -> zeros.group().length())
                                .thenComparing(zeros -> -zeros.start()))
                .map(zeros -> full.substring(0, zeros.start()) + "::" + full.substring(zeros.end()))
                .orElse(full);
    }

    /// The same with all its zeros.
    public static String full(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
