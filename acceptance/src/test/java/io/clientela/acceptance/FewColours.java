package io.clientela.acceptance;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes a screen's picture light enough to be kept beside the sources: its 256 commonest colours, which is nearly all it has. */
final class FewColours {

    private static final int COLOURS = 256;

    private FewColours() {}

    static byte[] of(byte[] png) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
            List<Integer> palette = commonest(whole);
            BufferedImage light = new BufferedImage(
                    whole.getWidth(), whole.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
            Map<Integer, Integer> nearest = new HashMap<>();
            for (int y = 0; y < whole.getHeight(); y++) {
                for (int x = 0; x < whole.getWidth(); x++) {
                    int at = nearest.computeIfAbsent(whole.getRGB(x, y) & 0xffffff, colour -> near(palette, colour));
                    light.getRaster().setSample(x, y, 0, at);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(light, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> commonest(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static IndexColorModel model(List<Integer> palette) {
        int[] colours = palette.stream().mapToInt(colour -> colour).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int near(List<Integer> palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int far = square(palette.get(i), colour, 16)
                    + square(palette.get(i), colour, 8)
                    + square(palette.get(i), colour, 0);
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }

    private static int square(int one, int other, int shift) {
        int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
        return difference * difference;
    }
}
