namespace LambdaHooks.Media;
internal static class Channels {
 public static void Mix(ReadOnlySpan<short> s, int channels, Span<short> mono) { unchecked { for (var i=0;i<mono.Length;i++){ var sum=0; for(var c=0;c<channels;c++) sum+=s[i*channels+c]; mono[i]=(short)(sum/channels);} } }
 public static void Pick(ReadOnlySpan<short> s, int channels, int channel, Span<short> one) { for (var i=0;i<one.Length;i++) one[i]=s[i*channels+channel]; }
}
