namespace Scx.Sdk.Tests.Maps;

public sealed class GlobalArrayTests
{
    [Fact]
    public void A_resizable_array_begins_with_zeros()
    {
        var array = new ResizableArray<int>(3);
        array[2] += 5;
        Assert.Equal((3, 0, 5), (array.Length, array[0], array[2]));
        Assert.Throws<IndexOutOfRangeException>(() => array[3]);
    }
}
