package io.clientela.kit.format;

/**
 * How much a file may ask of the machine.
 *
 * @param columns most cells in a row
 * @param cellChars longest cell
 * @param quotedLines most line breaks within one quoted cell; beyond it a quotation mark was surely left open
 * @param zipBytes most bytes a workbook may unfold into
 * @param zipEntries most parts of a workbook
 * @param zipRatio most bytes unfolded for a packed one, looked at above {@code zipRatioFrom} bytes
 * @param zipRatioFrom small parts may be packed as tightly as they like
 * @param sharedTextBytes the texts a workbook shares between cells are held in memory while it is read
 */
record Limits(
        int columns,
        int cellChars,
        int quotedLines,
        long zipBytes,
        int zipEntries,
        int zipRatio,
        long zipRatioFrom,
        long sharedTextBytes) {

    private static final long MIB = 1L << 20;

    static final Limits SHIPPED = new Limits(500, 100_000, 1_000, 4096 * MIB, 10_000, 200, 32 * MIB, 256 * MIB);
}
